package main

import (
	"encoding/gob"
	"net/url"
	"time"
)

// Scalars has a field of every basic type.
type Scalars struct {
	B       bool
	I       int
	I8      int8
	I16     int16
	I32     int32
	I64     int64
	U       uint
	U8      uint8
	U16     uint16
	U32     uint32
	U64     uint64
	P       uintptr
	F32     float32
	F64     float64
	C64     complex64
	C128    complex128
	S       string
	Y       []byte
	private int
	Fun     func()
	Chan    chan int
}

// Pointers has pointers to basic types, and to pointers.
type Pointers struct {
	B  *bool
	I  *int
	U  *uint
	F  *float64
	S  *string
	Y  *[]byte
	PP **int
	St *Point
	M  *map[string]int
	A  *[2]int
	L  *[]string
}

// Point is a small struct.
type Point struct{ X, Y int }

// Empty has no fields.
type Empty struct{}

// Composites has a field of every composite kind.
type Composites struct {
	Ints    []int
	Strings []string
	Nested  [][]string
	Points  []Point
	Refs    []*Point
	Bools   [2]bool
	Names   [2]string
	None    [0]int
	Grid    [2][2]int
	ByName  map[string]int
	ByInt   map[int]string
	ByUint  map[uint8]bool
	ByFloat map[float64]string
	ByBool  map[bool]int
	ByPoint map[Point]string
	ByArray map[[2]int]string
	Deep    map[string]map[string][]int
	Blobs   [][]byte
	Empties []Empty
	Inner   Point
}

// Base is embedded in Embedding: to gob it is a field of that name.
type Base struct{ Id string }

// Embedding embeds a struct and a pointer to one.
type Embedding struct {
	Base
	*Point
	Name string
}

// Tree contains itself in every way that gob allows.
type Tree struct {
	Name     string
	Left     *Tree
	Children []Tree
	ByName   map[string]*Tree
	Any      any
}

// List is a slice of itself, and Dict a map of itself: recursion without a struct.
type List []List

// Dict is a map of itself.
type Dict map[string]Dict

// Holder has interfaces.
type Holder struct {
	A    any
	Err  error
	List []any
	Map  map[string]any
	Pair [2]any
	Last string
}

// ErrorString is an error, registered under the name the plugin protocol uses.
type ErrorString struct {
	Code int
	Err  string
}

func (e *ErrorString) Error() string { return e.Err }

// Inner1, Inner2 and Inner3 hold one another in interfaces; each is new to a stream when it is met.
type Inner1 struct{ X any }

// Inner2 is held by Inner1.
type Inner2 struct {
	Before string
	Y      any
	After  string
}

// Inner3 is held by Inner2, and has parts of its own that need definitions.
type Inner3 struct {
	Points []Point
	Names  map[string][]Base
}

// Number is a registered type that is no struct.
type Number int

// Names is a registered slice.
type Names []string

// Secret brings its own encoding.
type Secret struct{ hidden string }

// GobEncode implements gob.GobEncoder.
func (s Secret) GobEncode() ([]byte, error) { return []byte("<" + s.hidden + ">"), nil }

// GobDecode implements gob.GobDecoder.
func (s *Secret) GobDecode(b []byte) error {
	s.hidden = string(b[1 : len(b)-1])
	return nil
}

// MarshalJSON shows what was decoded.
func (s Secret) MarshalJSON() ([]byte, error) { return []byte(`"` + s.hidden + `"`), nil }

// Opaques has fields of types with their own encoding.
type Opaques struct {
	Time   time.Time
	URL    *url.URL
	Secret Secret
	Times  []time.Time
	ByURL  map[string]*url.URL
	Last   int
}

// Post is as much of a message as shows how nested values travel.
type Post struct {
	Id       string
	CreateAt int64
	Props    map[string]any
	FileIds  []string
	RemoteId *string
	Metadata *Metadata
}

// Metadata belongs to a Post.
type Metadata struct {
	Reactions []*Reaction
	Embeds    []*Embed
	Images    map[string]*Point
}

// Reaction is part of Metadata.
type Reaction struct{ UserId, EmojiName string }

// Embed is part of Metadata.
type Embed struct {
	Type string
	Data any
}

// Request and Response are the headers of net/rpc.
type Request struct {
	ServiceMethod string
	Seq           uint64
}

// Response is the header of an answer.
type Response struct {
	ServiceMethod string
	Seq           uint64
	Error         string
}

// Wide has more fields than fit one byte of a field delta.
type Wide struct {
	A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, B5, B6, B7, B8, B9 int
	C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, D0, D1, D2, D3, D4, D5, D6, D7, D8, D9 int
	E0, E1, E2, E3, E4, E5, E6, E7, E8, E9, F0, F1, F2, F3, F4, F5, F6, F7, F8, F9 int
	G0, G1, G2, G3, G4, G5, G6, G7, G8, G9, H0, H1, H2, H3, H4, H5, H6, H7, H8, H9 int
	I0, I1, I2, I3, I4, I5, I6, I7, I8, I9, J0, J1, J2, J3, J4, J5, J6, J7, J8, J9 int
	K0, K1, K2, K3, K4, K5, K6, K7, K8, K9, L0, L1, L2, L3, L4, L5, L6, L7, L8, L9 int
	M0, M1, M2, M3, M4, M5, M6, M7, M8, M9, N0, N1, N2, N3, N4, N5, N6, N7, N8, N9 int
}

func register() {
	gob.Register([]any{})
	gob.Register(map[string]any{})
	gob.RegisterName("*plugin.ErrorString", &ErrorString{})
	gob.Register(&Inner1{})
	gob.Register(Inner2{})
	gob.Register(&Inner3{})
	gob.Register(Number(0))
	gob.Register(Names{})
	gob.Register(Point{})
	gob.Register(&Tree{})
	gob.Register(time.Time{})
	gob.Register(Secret{})
	gob.Register(Empty{})
	gob.Register([2]string{})
	gob.Register(map[int]string{})
	gob.Register([]*Post{})
}
