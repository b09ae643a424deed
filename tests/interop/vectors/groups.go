package main

import (
	"math"
	"net/url"
	"strings"
	"time"
)

type group struct {
	name    string
	streams []stream
}

func one(name, note string, values ...any) stream { return stream{name, note, values} }

func ptr[T any](v T) *T { return &v }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Groups lists all vectors. Maps have at most one entry, since gob sends them in random order.
func groups() []group {
	return []group{
		{"scalars", scalars()},
		{"composites", composites()},
		{"structs", structs()},
		{"interfaces", interfaces()},
		{"opaque", opaques()},
		{"streams", streams()},
	}
}

func scalars() []stream {
	list := []stream{
		one("true", "a bool at top level follows a zero byte", true),
		one("false", "", false),
		one("empty string", "", ""),
		one("string", "", "hooks"),
		one("string of UTF-8", "2, 3 and 4 bytes", "ü€😀\x00"),
		one("string of 300 bytes", "", strings.Repeat("abc", 100)),
		one("string that is no UTF-8", "decodes to U+FFFD", "a\xffb"),
		one("bytes", "", []byte("hi")),
		one("nil bytes", "", []byte(nil)),
		one("zero-valued complex", "", complex(0, 0)),
		one("complex", "", complex(1.5, -2)),
		one("complex64", "", complex64(complex(0.25, 3))),
	}
	for _, i := range []int64{
		0, 1, -1, 3, 63, 64, -64, -65, 127, 128, -128, -129, 255, 256, 404, 32767, -32768, 65535, 65536, 1 << 24,
		math.MaxInt32, math.MinInt32, 1 << 32, 1760000000000, 1<<47 - 1, 1 << 48, 1<<53 - 1, 1 - 1<<53, 1 << 53,
		1<<53 + 1, -(1<<53 + 1), 1<<55 + 3, 1 << 62, math.MaxInt64, math.MinInt64,
	} {
		list = append(list, one("int", "", i))
	}
	for _, u := range []uint64{
		0, 1, 127, 128, 255, 256, 65535, 65536, 1<<24 - 1, 1 << 24, math.MaxUint32, 1 << 32, 1 << 40, 1<<48 + 5,
		1<<53 - 1, 1 << 53, 1<<53 + 1, 1 << 56, 1<<63 + 1, math.MaxUint64,
	} {
		list = append(list, one("uint", "", u))
	}
	for _, f := range []float64{
		0, 1, -1, 0.5, 17, 100, 1e9, 3.141592653589793, math.MaxFloat64, math.SmallestNonzeroFloat64,
		math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), 1 << 53,
	} {
		list = append(list, one("float", "", f))
	}
	return append(list, one("float32", "the same on the wire", float32(2.5)), one("uintptr", "", uintptr(7)))
}

func composites() []stream {
	return []stream{
		one("[]string", "the reply of Plugin.Implemented", []string{"OnActivate", "ServeHTTP"}),
		one("empty []string", "", []string{}),
		one("[]int", "zero elements are sent", []int{0, -1, 0, 1 << 40}),
		one("[]bool", "", []bool{true, false}),
		one("[]float64", "", []float64{0, 2.5}),
		one("[]complex128", "", []complex128{0, complex(1, 2)}),
		one("[]uint64", "", []uint64{0, math.MaxUint64}),
		one("[][]byte", "", [][]byte{nil, []byte("x")}),
		one("[][]string", "", [][]string{{}, {"a", ""}}),
		one("[3]int", "", [3]int{1, 0, 3}),
		one("[0]int", "", [0]int{}),
		one("[2][2]string", "", [2][2]string{{"a", "b"}, {"", "d"}}),
		one("[2]byte", "no bytes to gob, but an array of uint", [2]byte{1, 200}),
		one("map[string][]string", "http.Header", map[string][]string{"Content-Type": {"text/plain"}}),
		one("empty map", "", map[string]int{}),
		one("map[int]string", "", map[int]string{-5: "x"}),
		one("map[bool]bool", "", map[bool]bool{true: false}),
		one("map[Point]string", "keys that are no property names", map[Point]string{{1, 2}: "p"}),
		one("map with the key __proto__", "", map[string]string{"__proto__": "x"}),
		one("[]*Point", "pointers do not exist on the wire", []*Point{{1, 2}, {}}),
		one("[]Empty", "", []Empty{{}, {}}),
		one("list of itself", "", List{{}, {{}, {}}}),
		one("map of itself", "", Dict{"a": {"b": nil}}),
		one("every composite", "", Composites{
			Ints: []int{1}, Strings: []string{"a"}, Nested: [][]string{{"b"}}, Points: []Point{{1, 0}},
			Refs: []*Point{{0, 2}}, Bools: [2]bool{false, true}, Names: [2]string{"", "n"}, Grid: [2][2]int{{1, 2}, {3, 4}},
			ByName: map[string]int{"x": 0}, ByInt: map[int]string{1: ""}, ByUint: map[uint8]bool{255: true},
			ByFloat: map[float64]string{2.5: "f"}, ByBool: map[bool]int{true: 1}, ByPoint: map[Point]string{{}: "o"},
			ByArray: map[[2]int]string{{1, 2}: "a"}, Deep: map[string]map[string][]int{"a": {"b": {1}}},
			Blobs: [][]byte{{1}}, Empties: []Empty{{}}, Inner: Point{Y: 9},
		}),
		one("no composite", "arrays and structs are sent even if zero", Composites{}),
		one("empty composites", "empty maps are sent, empty slices are not", Composites{Ints: []int{}, ByName: map[string]int{}}),
	}
}

func structs() []stream {
	zeroInt, zeroPointer := 0, new(int)
	return []stream{
		one("zero scalars", "nothing but the end", Scalars{}),
		one("scalars", "", Scalars{
			B: true, I: -1, I8: math.MinInt8, I16: math.MinInt16, I32: math.MinInt32, I64: math.MinInt64, U: 1,
			U8: math.MaxUint8, U16: math.MaxUint16, U32: math.MaxUint32, U64: math.MaxUint64, P: 3, F32: 1.5, F64: -2.25,
			C64: complex(1, 0), C128: complex(0, -1), S: "s", Y: []byte{0, 255},
		}),
		one("largest scalars", "", Scalars{I: math.MaxInt64, I8: 127, I16: math.MaxInt16, I32: math.MaxInt32, I64: math.MaxInt64, U: math.MaxUint64, F64: math.MaxFloat64}),
		one("struct without fields", "", Empty{}),
		one("nil pointers", "", Pointers{}),
		one("pointers", "flattened, however deep", Pointers{
			B: ptr(true), I: ptr(-1), U: ptr(uint(1)), F: ptr(0.5), S: ptr("s"), Y: ptr([]byte("y")), PP: ptr(ptr(5)),
			St: &Point{1, 2}, M: ptr(map[string]int{"k": 1}), A: ptr([2]int{1, 2}), L: ptr([]string{"l"}),
		}),
		one("pointers to zero", "Go leaves out scalars, sends structs, arrays and maps", Pointers{
			B: ptr(false), I: &zeroInt, S: ptr(""), Y: ptr([]byte{}), PP: &zeroPointer, St: &Point{},
			M: ptr(map[string]int{}), A: ptr([2]int{}), L: ptr([]string{}),
		}),
		one("embedded structs", "a field named after the type", Embedding{Base{"b"}, &Point{1, 2}, "n"}),
		one("embedded nil pointer", "", Embedding{Name: "n"}),
		one("tree", "a type that contains itself", Tree{
			Name: "root", Left: &Tree{Name: "left", Left: &Tree{}}, Children: []Tree{{Name: "c1"}, {Children: []Tree{{Name: "c3"}}}},
			ByName: map[string]*Tree{"m": {Name: "mapped"}},
		}),
		one("tree in its own interface", "", Tree{Any: &Tree{Name: "inside", Any: &Tree{}}}),
		one("wide struct", "a field delta of two bytes", Wide{N9: 1}),
		one("wide struct, both ends", "", Wide{A0: 1, N9: -1}),
		one("post", "", Post{
			Id: "p1", CreateAt: 1760000000000, Props: map[string]any{"from_bot": "true"}, FileIds: []string{"f"},
			RemoteId: ptr("r"), Metadata: &Metadata{
				Reactions: []*Reaction{{"u", "smile"}}, Embeds: []*Embed{{"opengraph", nil}, {"link", map[string]any{"a": []any{1.0, "b", nil}}}},
				Images: map[string]*Point{"http://x": {100, 50}},
			},
		}),
		one("empty post", "", Post{Props: map[string]any{}, Metadata: &Metadata{}}),
	}
}

func interfaces() []stream {
	list := []stream{
		one("nil error", "", Holder{Last: "z"}),
		one("error", "a new concrete type ends the message inside the value", Holder{Err: &ErrorString{Err: "bad"}, Last: "z"}),
		one("same type twice", "the second time without a definition", Holder{A: Point{1, 2}, List: []any{Point{3, 4}, Point{}}}),
		one("nested new types", "", Holder{A: &Inner1{Inner2{"b", &Inner3{[]Point{{1, 2}}, map[string][]Base{"k": {{"i"}}}}, "a"}}, Last: "z"}),
		one("nested new types in a slice", "", Holder{List: []any{&Inner1{7}, &Inner1{&Inner1{Inner2{Y: Number(3)}}}, "end"}, Last: "z"}),
		one("new types after one another", "", Holder{List: []any{Point{1, 2}, Empty{}, &Inner1{}, Number(1), Names{"n"}, Secret{"s"}, [2]string{"a", "b"}, map[int]string{1: "m"}}}),
		one("new type in a map", "", Holder{Map: map[string]any{"k": Inner2{Y: Names{"x"}}}, Last: "z"}),
		one("new type in an array", "", Holder{Pair: [2]any{Number(5), &Inner1{Number(6)}}, Last: "z"}),
		one("slice of any at top level", "", []any{nil, Point{}, "x", []any{}, map[string]any{}}),
		one("map of any at top level", "", map[string]any{"a": []any{map[string]any{"b": Point{1, 2}}}}),
		one("interface at top level", "", ptr(any("x"))),
		one("deep JSON", "", map[string]any{"a": map[string]any{"b": []any{map[string]any{"c": []any{[]any{[]any{1.0}}}}}}}),
		one("slice of structs in an interface", "", Holder{A: []*Post{{Id: "p", Props: map[string]any{"q": true}}, {}}}),
		one("log pairs", "the arguments of LogInfo", struct {
			A string
			B []any
		}{"m", []any{"k", 1, true, 2.5, nil}}),
	}
	for _, v := range []any{
		true, false, 1, int8(-1), int16(2), int32(3), int64(math.MinInt64), uint(4), uint8(5), uint16(6), uint32(7),
		uint64(math.MaxUint64), uintptr(8), float32(0.5), 2.5, complex64(complex(1, 2)), complex(3, 4), "", "text", []byte("b"),
		[]int{1}, []int8{-1}, []int16{1}, []int32{1}, []int64{1}, []uint{1}, []uint16{1}, []uint32{1}, []uint64{1}, []float32{1},
		[]float64{1}, []complex64{1}, []complex128{1}, []uintptr{1}, []bool{true}, []string{"s"}, []any{}, map[string]any{},
	} {
		list = append(list, one("any", "a type that is registered", Holder{A: v, Last: "z"}))
	}
	return list
}

func opaques() []stream {
	instant := time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC)
	link := must(url.Parse("https://user@example.com:8065/plugins/x?q=1#f"))
	return []stream{
		one("time", "GobEncoder: 01, seconds since year 1, nanoseconds, zone in minutes", instant),
		one("time in a zone", "", instant.In(time.FixedZone("CET", 3600))),
		one("time in a zone of odd seconds", "version 2, with one more byte", instant.In(time.FixedZone("LMT", 3605))),
		one("url", "BinaryMarshaler: the text", link),
		one("secret", "", Secret{"s"}),
		one("opaque fields", "", Opaques{instant, link, Secret{"x"}, []time.Time{instant, {}}, map[string]*url.URL{"u": link}, 1}),
		one("zero opaque fields", "zero values are left out", Opaques{}),
		one("time in an interface", "", Holder{A: instant, Last: "z"}),
		one("opaque in an interface", "", Holder{A: Secret{""}, Last: "z"}),
	}
}

func streams() []stream {
	return []stream{
		one("rpc requests", "types are defined once", Request{"Dispenser.Dispense", 0}, "hooks", Request{"Plugin.OnActivate", 1}, struct{ APIMuxId, DriverMuxId uint32 }{1, 2}),
		one("rpc responses", "", Response{"Plugin.X", 300, "boom"}, struct{}{}, Response{"Plugin.Y", 1 << 40, ""}, []string{"a"}),
		one("errors one after the other", "split the first time only", Holder{Err: &ErrorString{1, "a"}}, Holder{Err: &ErrorString{0, "b"}}, Holder{}),
		one("types that arrive late", "", Holder{A: 1}, Holder{A: Point{1, 2}}, Holder{A: &Inner1{Point{3, 4}}}, Point{5, 6}),
		one("values of all kinds", "", 1, "a", []int{1}, 2.5, map[string]bool{"k": true}, Point{}, []byte{1}, true, [1]int{4}),
	}
}
