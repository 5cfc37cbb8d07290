// Makes vectors.json with software that is not ours: golang.org/x/mod v0.43.0 (sumdb/note, sumdb/tlog) and
// filippo.io/torchwood v0.6.1 (cosignatures, tile paths, entry bundles), filippo.io/mldsa v1.0.0 (ML-DSA-44).
//
//	go mod init vectors && go get filippo.io/torchwood@v0.6.1 golang.org/x/mod@v0.43.0 filippo.io/mldsa@v1.0.0 && go run . > vectors.json
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"

	"filippo.io/mldsa"
	"filippo.io/torchwood"
	"golang.org/x/crypto/cryptobyte"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const origin = "label.example/log"

type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, x := range indexes {
		out[i] = h[x]
	}
	return out, nil
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func encoded(hs []tlog.Hash) []string {
	out := []string{}
	for _, h := range hs {
		out = append(out, h.String())
	}
	return out
}

type m = map[string]any

func main() {
	const last = 70_000
	var stored hashes
	for i := range int64(last) {
		stored = append(stored, must(tlog.StoredHashes(i, fmt.Appendf(nil, "entry %d", i), stored))...)
	}
	root := func(n int64) tlog.Hash { return must(tlog.TreeHash(n, stored)) }

	var roots, inclusions, consistencies, tiles []m
	for _, n := range []int64{1, 2, 3, 4, 5, 7, 8, 255, 256, 257, 65535, 65536, 65537, last} {
		roots = append(roots, m{"size": n, "root": root(n).String()})
	}
	for _, n := range []int64{1, 2, 3, 7, 8, 300, last} {
		for _, i := range []int64{0, 1, 2, 5, 7, 255, 256, 299, 65535, 65536, n - 1} {
			if i < n {
				inclusions = append(inclusions, m{"size": n, "index": i,
					"proof": encoded(must(tlog.ProveRecord(n, i, stored)))})
			}
		}
	}
	for _, pair := range [][2]int64{{1, 2}, {1, 7}, {2, 7}, {3, 7}, {4, 7}, {6, 7}, {4, 8}, {7, 7}, {255, 300}, {256, 300}, {257, 300},
		{1000, last}, {65536, last}, {65537, last}, {69999, last}} {
		consistencies = append(consistencies, m{"older": pair[0], "newer": pair[1],
			"olderRoot": root(pair[0]).String(), "newerRoot": root(pair[1]).String(),
			"proof": encoded(must(tlog.ProveTree(pair[1], pair[0], stored)))})
	}
	for _, n := range []int64{256, 1000, last} {
		for _, t := range tlog.NewTiles(torchwood.TileHeight, 0, n) {
			if n == last && t.L == 0 && t.N%97 != 0 && t.W == 256 {
				continue
			}
			sum := sha256.Sum256(must(tlog.ReadTileData(t, stored)))
			tiles = append(tiles, m{"size": n, "level": t.L, "index": t.N, "width": t.W,
				"path": torchwood.TilePath(t), "sha256": hex.EncodeToString(sum[:])})
		}
	}
	paths := []m{}
	for _, t := range []tlog.Tile{{H: 8, L: -1, N: 0, W: 256}, {H: 8, L: -1, N: 1234067, W: 7}, {H: 8, L: 3, N: 999, W: 256},
		{H: 8, L: 0, N: 1000, W: 255}} {
		paths = append(paths, m{"level": t.L, "index": t.N, "width": t.W, "path": torchwood.TilePath(t)})
	}
	var bundle []byte
	for i := range 5 {
		bundle = must(torchwood.AppendTileEntry(bundle, fmt.Appendf(nil, "entry %d", i)))
	}

	skey, vkey := must2(note.GenerateKey(bytes.NewReader(bytes.Repeat([]byte{7}, 64)), origin))
	_, stranger := must2(note.GenerateKey(bytes.NewReader(bytes.Repeat([]byte{8}, 64)), "stranger.example/log"))
	signers := []note.Signer{must(note.NewSigner(skey))}
	var witnesses []string
	for i := range 3 {
		key := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{byte(20 + i)}, 32))
		signer := must(torchwood.NewCosignatureSigner(fmt.Sprintf("witness%d.example", i+1), key))
		witnesses = append(witnesses, signer.Verifier().String())
		signers = append(signers, signer)
	}
	text := torchwood.Checkpoint{Origin: origin, Tree: tlog.Tree{N: 300, Hash: root(300)}}.String()
	signed := string(must(note.Sign(&note.Note{Text: text}, signers...)))
	plain := string(must(note.Sign(&note.Note{Text: "A note of any kind.\n\nIn two parts.\n"}, signers[0])))

	quantum := witnessByMLDSA("witness4.example", 1_790_000_000, origin, 300, root(300))

	out := json.NewEncoder(os.Stdout)
	out.SetIndent("", " ")
	out.SetEscapeHTML(false)
	out.Encode(m{
		"made": "by test/golden/transparency/vectors.go, whose head names the software",
		"roots": roots, "inclusions": inclusions, "consistencies": consistencies, "tiles": tiles, "paths": paths,
		"bundle": base64.StdEncoding.EncodeToString(bundle),
		"log":    vkey, "stranger": stranger, "witnesses": witnesses, "checkpoint": signed, "note": plain, "mlDsa": quantum,
	})
}

func must2(a, b string, err error) (string, string) {
	if err != nil {
		panic(err)
	}
	return a, b
}

// The verifier key and the signature line of a witness that signs by ML-DSA-44, laid out as c2sp.org/tlog-cosignature says.
func witnessByMLDSA(name string, at uint64, origin string, size uint64, root tlog.Hash) m {
	key := must(mldsa.NewPrivateKey(mldsa.MLDSA44(), bytes.Repeat([]byte{30}, 32)))
	public := append([]byte{6}, key.PublicKey().Bytes()...)
	id := sha256.Sum256(append([]byte(name+"\n"), public...))
	var b cryptobyte.Builder
	b.AddBytes([]byte("subtree/v1\n\x00"))
	b.AddUint8LengthPrefixed(func(b *cryptobyte.Builder) { b.AddBytes([]byte(name)) })
	b.AddUint64(at)
	b.AddUint8LengthPrefixed(func(b *cryptobyte.Builder) { b.AddBytes([]byte(origin)) })
	b.AddUint64(0)
	b.AddUint64(size)
	b.AddBytes(root[:])
	signature := must(key.Sign(nil, b.BytesOrPanic(), nil))
	line := binary.BigEndian.AppendUint64(append([]byte{}, id[:4]...), at)
	return m{
		"vkey": name + "+" + hex.EncodeToString(id[:4]) + "+" + base64.StdEncoding.EncodeToString(public),
		"line": "— " + name + " " + base64.StdEncoding.EncodeToString(append(line, signature...)) + "\n",
	}
}
