// Values with every field set, and values as a test can compare them.

package main

import (
	"encoding/base64"
	"fmt"
	"reflect"

	"github.com/mattermost/mattermost/server/public/model"
)

// maxFillDepth bounds how deep a type that refers to itself is filled.
const maxFillDepth = 5

// filler makes values in which no two numbers and no two texts are equal.
type filler struct {
	count int64
}

// fill makes a value of a type. Errors stay nil: a filled reply is a good one.
func (f *filler) fill(t reflect.Type, depth int) reflect.Value {
	value := reflect.New(t).Elem()
	if t == reflect.TypeFor[*model.AppError]() || t == reflect.TypeFor[error]() {
		return value
	}
	f.count++
	switch t.Kind() {
	case reflect.Bool:
		value.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		value.SetInt(f.count)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		value.SetUint(uint64(f.count))
	case reflect.Float32, reflect.Float64:
		value.SetFloat(float64(f.count) + 0.5)
	case reflect.String:
		value.SetString(fmt.Sprintf("text %d ü", f.count))
	case reflect.Pointer:
		if depth < maxFillDepth {
			value.Set(f.fill(t.Elem(), depth+1).Addr())
		}
	case reflect.Slice:
		if depth < deepest(t.Elem()) {
			value.Set(reflect.Append(value, f.fill(t.Elem(), depth+1)))
		}
	case reflect.Map:
		if depth < deepest(t.Elem()) {
			value.Set(reflect.MakeMap(t))
			value.SetMapIndex(f.fill(t.Key(), depth+1), f.fill(t.Elem(), depth+1))
		}
	case reflect.Interface:
		if t.NumMethod() == 0 {
			value.Set(reflect.ValueOf(map[string]any{"list": []any{"x", true, 2.5}, "text": fmt.Sprint(f.count)}))
		}
	case reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).IsExported() {
				value.Field(i).Set(f.fill(t.Field(i).Type, depth+1))
			}
		}
	}
	return value
}

// deepest is how deep a slice or map may still have an element: gob refuses nil pointers as elements.
func deepest(element reflect.Type) int {
	if element.Kind() == reflect.Pointer {
		return maxFillDepth - 1
	}
	return maxFillDepth
}

// dump turns a value into what JSON has, with Go's field names, without zero fields, bytes as base64.
func dump(value reflect.Value) any {
	switch value.Kind() {
	case reflect.Invalid, reflect.Func, reflect.Chan:
		return nil
	case reflect.Pointer, reflect.Interface:
		if value.IsNil() {
			return nil
		}
		return dump(value.Elem())
	case reflect.Slice, reflect.Array:
		if value.Type().Elem().Kind() == reflect.Uint8 {
			if value.Kind() == reflect.Slice && value.IsNil() {
				return nil
			}
			return base64.StdEncoding.EncodeToString(value.Bytes())
		}
		list := []any{}
		for i := range value.Len() {
			list = append(list, dump(value.Index(i)))
		}
		return list
	case reflect.Map:
		entries := map[string]any{}
		for _, key := range value.MapKeys() {
			entries[fmt.Sprint(key.Interface())] = dump(value.MapIndex(key))
		}
		return entries
	case reflect.Struct:
		fields := map[string]any{}
		for i := range value.NumField() {
			if value.Type().Field(i).IsExported() && !value.Field(i).IsZero() {
				fields[value.Type().Field(i).Name] = dump(value.Field(i))
			}
		}
		return fields
	default:
		return value.Interface()
	}
}
