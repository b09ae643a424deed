package main

import (
	"bufio"
	"bytes"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"reflect"
	"strings"
	"time"
)

// Cases are the types that -verify decodes into, by name.
var cases = map[string]reflect.Type{
	"bool": reflect.TypeFor[bool](), "int8": reflect.TypeFor[int8](), "int64": reflect.TypeFor[int64](),
	"uint64": reflect.TypeFor[uint64](), "float64": reflect.TypeFor[float64](), "string": reflect.TypeFor[string](),
	"bytes": reflect.TypeFor[[]byte](), "any": reflect.TypeFor[any](), "strings": reflect.TypeFor[[]string](),
	"header": reflect.TypeFor[map[string][]string](), "scalars": reflect.TypeFor[Scalars](),
	"pointers": reflect.TypeFor[Pointers](), "composites": reflect.TypeFor[Composites](),
	"embedding": reflect.TypeFor[Embedding](), "tree": reflect.TypeFor[Tree](), "holder": reflect.TypeFor[Holder](),
	"opaques": reflect.TypeFor[Opaques](), "post": reflect.TypeFor[Post](), "wide": reflect.TypeFor[Wide](),
	"request": reflect.TypeFor[Request](), "empty": reflect.TypeFor[Empty](), "time": reflect.TypeFor[time.Time](),
	"url": reflect.TypeFor[url.URL](), "point": reflect.TypeFor[Point](), "refs": reflect.TypeFor[[]*Point](),
	"list": reflect.TypeFor[List](),
}

func verify(in io.Reader, out io.Writer) {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		name, text, _ := strings.Cut(lines.Text(), " ")
		shown, again, err := echo(name, text)
		if err != nil {
			fmt.Fprintf(out, "error %s\n", strings.ReplaceAll(err.Error(), "\n", " "))
			continue
		}
		fmt.Fprintf(out, "ok %s %x\n", shown, again)
	}
}

// Echo decodes a stream, which may hold several values of a case, and encodes the last again.
func echo(name, text string) ([]byte, []byte, error) {
	data, err := hex.DecodeString(text)
	if err != nil {
		return nil, nil, err
	}
	decoder := gob.NewDecoder(bytes.NewReader(data))
	into := cases[name]
	ignored := into == nil
	if ignored {
		return nil, nil, discard(decoder)
	}
	var value reflect.Value
	for count := 0; ; count++ {
		next := reflect.New(into)
		err := decoder.DecodeValue(next)
		if err == io.EOF && count > 0 {
			break
		}
		if err != nil {
			return nil, nil, err
		}
		value = next
	}
	shown, err := json.Marshal(shown(value))
	if err != nil {
		return nil, nil, err
	}
	var again bytes.Buffer
	err = gob.NewEncoder(&again).EncodeValue(value)
	return bytes.ReplaceAll(shown, []byte(" "), []byte("\\u0020")), again.Bytes(), err
}

// Discard reads all values without wanting any, as Go does with the body of an unknown call.
func discard(decoder *gob.Decoder) error {
	for {
		if err := decoder.DecodeValue(reflect.Value{}); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// Shown is what is printed of a value: JSON's own view where it has one, else the description.
func shown(value reflect.Value) any {
	if _, err := json.Marshal(value.Interface()); err == nil {
		return value.Interface()
	}
	return describe(value)
}
