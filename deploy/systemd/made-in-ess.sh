#!/bin/sh
# Runs a command of the program as its services run: with their settings and secrets, their folder and their user, so that what it
# writes is theirs. Root runs it: made-in-ess health (docs/guides/operator.md#with-systemd).
set -eu
from=${MADE_IN_ESS_SETTINGS:-/etc/made-in-ess}
for secret in session-secret seal-password mongodb-uri smtp-url; do
  name=$(echo "$secret" | tr a-z- A-Z_)
  value=$(cat "$from/secrets/$secret")
  export "$name=$value"
done
export MODE=production NODE_ENV=production DATA_DIR=/var/lib/made-in-ess SECURITY_LOG=stderr
# A file that is named is looked for from where it was named; the program finds its own by itself.
umask 077
exec runuser --user made-in-ess -- /usr/bin/node --env-file="$from/settings.env" /opt/made-in-ess/dist/cli.js "$@"
