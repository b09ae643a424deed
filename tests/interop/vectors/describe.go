package main

import (
	"encoding"
	"encoding/gob"
	"encoding/hex"
	"log"
	"math"
	"reflect"
	"strconv"
)

// Describe says what a decoder without a schema must make of a value, as JSON: booleans, strings and nil as
// they are, slices as arrays, and everything else tagged, since JSON could not tell it apart or hold it:
//
//	{"int": "-1"}  {"float": "4031000000000000"}  {"complex": [..., ...]}  {"bytes": "6869"}
//	{"map": [[key, value], ...]}  {"struct": {"Field": value}}
//
// Struct fields that gob leaves out, because they are zero, are left out here too.
func describe(v reflect.Value) any {
	for v.Kind() == reflect.Pointer {
		if payload, ok := marshal(v); ok {
			return payload
		}
		v = v.Elem()
	}
	if payload, ok := marshal(v); ok {
		return payload
	}
	switch v.Kind() {
	case reflect.Bool:
		return v.Bool()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return map[string]any{"int": strconv.FormatInt(v.Int(), 10)}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return map[string]any{"int": strconv.FormatUint(v.Uint(), 10)}
	case reflect.Float32, reflect.Float64:
		return float(v.Float())
	case reflect.Complex64, reflect.Complex128:
		c := v.Complex()
		return map[string]any{"complex": []any{float(real(c)), float(imag(c))}}
	case reflect.String:
		return v.String()
	case reflect.Interface:
		if v.IsNil() {
			return nil
		}
		return describe(v.Elem())
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return map[string]any{"bytes": hex.EncodeToString(v.Bytes())}
		}
		return elements(v)
	case reflect.Array:
		return elements(v)
	case reflect.Map:
		pairs := []any{}
		for _, key := range v.MapKeys() {
			pairs = append(pairs, []any{describe(key), describe(v.MapIndex(key))})
		}
		return map[string]any{"map": pairs}
	case reflect.Struct:
		fields := map[string]any{}
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if field.IsExported() && isSent(v.Field(i)) {
				fields[field.Name] = describe(v.Field(i))
			}
		}
		return map[string]any{"struct": fields}
	default:
		log.Fatalf("cannot describe %s", v.Type())
		return nil
	}
}

func float(f float64) any {
	return map[string]any{"float": strconv.FormatUint(math.Float64bits(f), 16)}
}

func elements(v reflect.Value) []any {
	list := []any{}
	for i := range v.Len() {
		list = append(list, describe(v.Index(i)))
	}
	return list
}

// IsSent repeats gob's rule for struct fields: zero values are left out, but for structs, arrays and empty maps.
func isSent(v reflect.Value) bool {
	for v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return false
		}
		v = v.Elem()
	}
	if _, ok := marshal(v); ok {
		return !v.IsZero()
	}
	switch v.Kind() {
	case reflect.Struct, reflect.Array:
		return true
	case reflect.Map, reflect.Interface:
		return !v.IsNil()
	case reflect.Slice:
		return v.Len() > 0
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0
	case reflect.Complex64, reflect.Complex128:
		return v.Complex() != 0
	case reflect.Func, reflect.Chan:
		return false
	default:
		return !v.IsZero()
	}
}

// Marshal gives the payload of a value that brings its own encoding.
func marshal(v reflect.Value) (any, bool) {
	if v.Kind() != reflect.Pointer && !v.CanAddr() {
		addressable := reflect.New(v.Type())
		addressable.Elem().Set(v)
		v = addressable.Elem()
	}
	if v.Kind() != reflect.Pointer {
		v = v.Addr()
	}
	if v.IsNil() || !v.CanInterface() {
		return nil, false
	}
	var payload []byte
	var err error
	switch value := v.Interface().(type) {
	case gob.GobEncoder:
		payload, err = value.GobEncode()
	case encoding.BinaryMarshaler:
		payload, err = value.MarshalBinary()
	default:
		return nil, false
	}
	if err != nil {
		log.Fatal(err)
	}
	return map[string]any{"bytes": hex.EncodeToString(payload)}, true
}
