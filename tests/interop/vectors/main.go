// Command vectors writes the golden gob streams that the codec's tests read, made by Go's own encoding/gob,
// and decodes what our encoder made:
//
//	go run ./vectors ../fixtures/gob      writes one JSON file for each group of vectors
//	go run ./vectors -verify              reads lines "name hex" and answers each with
//	                                      "ok <JSON of the decoded value> <hex of Go's encoding of it>"
//	                                      or "error <text>"
//	go run ./vectors -random 500 7        prints 500 vectors of random values from seed 7, one a line
//
// Only the standard library is used.
package main

import (
	"bytes"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
)

// A vector is one stream: its bytes, and what decoding each of its values without a schema must give.
type vector struct {
	Name   string `json:"name"`
	Note   string `json:"note"`
	Hex    string `json:"hex"`
	Values []any  `json:"values"`
}

// A stream is the source of a vector: values that one encoder sends one after the other.
type stream struct {
	name, note string
	values     []any
}

func main() {
	log.SetFlags(0)
	register()
	if len(os.Args) == 2 && os.Args[1] == "-verify" {
		verify(os.Stdin, os.Stdout)
		return
	}
	if len(os.Args) == 4 && os.Args[1] == "-random" {
		random(number(os.Args[2]), uint64(number(os.Args[3])), os.Stdout)
		return
	}
	if len(os.Args) != 2 {
		log.Fatal("usage: vectors -verify | vectors -random <count> <seed> | vectors <directory>")
	}
	for _, group := range groups() {
		write(filepath.Join(os.Args[1], group.name+".json"), group.streams)
	}
}

func write(path string, streams []stream) {
	vectors := make([]vector, 0, len(streams))
	for _, s := range streams {
		vectors = append(vectors, encode(s))
	}
	text, err := json.MarshalIndent(vectors, "", "  ")
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(path, append(text, '\n'), 0o644); err != nil {
		log.Fatal(err)
	}
}

func encode(s stream) vector {
	var buffer bytes.Buffer
	encoder := gob.NewEncoder(&buffer)
	v := vector{Name: s.name, Note: s.note, Values: []any{}}
	for _, value := range s.values {
		if err := encoder.Encode(value); err != nil {
			log.Fatalf("%s: %v", s.name, err)
		}
		v.Values = append(v.Values, describe(reflect.ValueOf(value)))
	}
	v.Hex = hex.EncodeToString(buffer.Bytes())
	return v
}

func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		log.Fatal(err)
	}
	return n
}
