// Prints what crosses the wire between Mattermost and a plugin, read by reflection from Mattermost's own package:
// the structs as gob sees them, and the parameters and results of every API method and hook.
//
//	go run ./surface > ../fixtures/mattermost/surface.json
package main

import (
	"bytes"
	"encoding"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

// A field of a struct: its name and its kind.
type field [2]string

// The parameters and results of a method, as kinds.
type signature struct {
	In  []string `json:"in"`
	Out []string `json:"out"`
}

type surface struct {
	Structs map[string][]field
	API     map[string]signature
	Hooks   map[string]signature
}

var (
	gobEncoder      = reflect.TypeFor[gob.GobEncoder]()
	binaryMarshaler = reflect.TypeFor[encoding.BinaryMarshaler]()
)

// Structs found on the way, by name; those that are waiting to be listed.
var seen = map[string]reflect.Type{}

func kind(t reflect.Type) string {
	switch {
	case t.Implements(gobEncoder):
		return "gobEncoder"
	case t.Implements(binaryMarshaler):
		return "binaryMarshaler"
	}
	switch t.Kind() {
	case reflect.Pointer:
		return "*" + kind(t.Elem())
	case reflect.Bool:
		return "bool"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return "int"
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return "uint"
	case reflect.Float32, reflect.Float64:
		return "float"
	case reflect.String:
		return "string"
	case reflect.Interface:
		if t.Name() == "error" {
			return "error"
		}
		return "any"
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "bytes"
		}
		return "[]" + kind(t.Elem())
	case reflect.Array:
		return "[" + strconv.Itoa(t.Len()) + "]" + kind(t.Elem())
	case reflect.Map:
		return "map[" + kind(t.Key()) + "]" + kind(t.Elem())
	case reflect.Struct:
		seen[t.Name()] = t
		return t.Name()
	}
	return t.Kind().String()
}

func fields(t reflect.Type) []field {
	list := []field{}
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() || f.Type.Kind() == reflect.Func || f.Type.Kind() == reflect.Chan {
			continue
		}
		list = append(list, field{f.Name, kind(f.Type)})
	}
	return list
}

func methods(t reflect.Type) map[string]signature {
	list := map[string]signature{}
	for i := range t.NumMethod() {
		m := t.Method(i)
		s := signature{In: []string{}, Out: []string{}}
		for j := range m.Type.NumIn() {
			s.In = append(s.In, kind(m.Type.In(j)))
		}
		for j := range m.Type.NumOut() {
			s.Out = append(s.Out, kind(m.Type.Out(j)))
		}
		list[m.Name] = s
	}
	return list
}

func main() {
	roots := []reflect.Type{
		reflect.TypeFor[model.AutocompleteTextArg](),
		reflect.TypeFor[model.AutocompleteStaticListArg](),
		reflect.TypeFor[model.AutocompleteDynamicListArg](),
		reflect.TypeFor[plugin.ErrorString](),
		reflect.TypeFor[plugin.Z_OnActivateArgs](),
		reflect.TypeFor[plugin.Z_ServeHTTPArgs](),
		reflect.TypeFor[plugin.Z_PluginHTTPArgs](),
		reflect.TypeFor[plugin.Z_PluginHTTPReturns](),
	}
	for _, t := range roots {
		kind(t)
	}
	all := surface{
		Structs: map[string][]field{},
		API:     methods(reflect.TypeFor[plugin.API]()),
		Hooks:   methods(reflect.TypeFor[plugin.Hooks]()),
	}
	for len(all.Structs) < len(seen) {
		for name, t := range seen {
			if _, listed := all.Structs[name]; !listed {
				all.Structs[name] = fields(t)
			}
		}
	}
	var out bytes.Buffer
	out.WriteString("{\n")
	section(&out, "structs", all.Structs, ",")
	section(&out, "api", all.API, ",")
	section(&out, "hooks", all.Hooks, "")
	out.WriteString("}\n")
	if _, err := out.WriteTo(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// Writes a map with one line for each entry, so that changes can be read.
func section[T any](out *bytes.Buffer, name string, entries map[string]T, end string) {
	fmt.Fprintf(out, "%q: {\n", name)
	keys := slices.Sorted(maps.Keys(entries))
	for i, key := range keys {
		value, err := json.Marshal(entries[key])
		if err != nil {
			log.Fatal(err)
		}
		comma := ","
		if i == len(keys)-1 {
			comma = ""
		}
		fmt.Fprintf(out, "%q: %s%s\n", key, value, comma)
	}
	fmt.Fprintf(out, "}%s\n", end)
}
