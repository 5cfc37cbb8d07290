#!/bin/sh
# Makes the secrets that compose.yaml names, each once: what is there already stays. Run it again after an upgrade.
# usage: deploy/make-secrets.sh [FOLDER]
set -eu
folder=${1:-$(dirname "$0")/secrets}
# The folder keeps everybody else out; its files can be read by the users of the containers that they are handed to.
mkdir -p "$folder"
chmod 0700 "$folder"
cd "$folder"
umask 022

secret() {
  test -s "$1" || openssl rand -base64 "$2" | tr -d '\n' > "$1"
}

secret session-secret 48
secret seal-password 24
secret mongo-keyfile 756
# In an address, where / and + would have to be written otherwise.
test -s mongo-root-password || openssl rand -hex 24 > mongo-root-password
test -s mongo-password || openssl rand -hex 24 > mongo-password
test -s mongodb-uri || printf 'mongodb://made-in-ess:%s@mongo-1,mongo-2,mongo-3/?replicaSet=rs0&authSource=admin\n' \
  "$(cat mongo-password)" > mongodb-uri
# The mail server with its password: yours, instead of the mail catcher of a trial.
test -s smtp-url || echo 'smtps://mail:1025' > smtp-url
# The mail catcher speaks TLS like any server: production sends letters no other way. The service trusts this certificate, so that it
# may vouch for no other.
test -s mail.crt || openssl req -x509 -newkey rsa:2048 -nodes -days 825 -subj /CN=mail -addext subjectAltName=DNS:mail \
  -addext basicConstraints=critical,CA:FALSE -keyout mail.key -out mail.crt 2> /dev/null
chmod 0444 ./*
