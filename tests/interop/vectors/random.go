package main

import (
	"encoding/json"
	"io"
	"log"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
)

// Random writes streams of random values, one vector a line: interfaces within interfaces, of types that are new
// to the stream wherever they are met first.
func random(count int, seed uint64, out io.Writer) {
	r := rand.New(rand.NewPCG(seed, 0))
	lines := json.NewEncoder(out)
	for range count {
		values := make([]any, 1+r.IntN(4))
		for i := range values {
			values[i] = randomTop(r)
		}
		if err := lines.Encode(encode(stream{"random", "", values})); err != nil {
			log.Fatal(err)
		}
	}
}

func randomTop(r *rand.Rand) any {
	switch r.IntN(6) {
	case 0:
		return randomTree(r, 4)
	case 1:
		return []any{randomAny(r, 4), randomAny(r, 4)}
	case 2:
		return Post{Id: randomString(r), CreateAt: r.Int64(), Props: map[string]any{randomString(r): randomAny(r, 3)}}
	default:
		return Holder{
			A: randomAny(r, 5), Err: randomError(r), List: randomList(r, 4), Map: randomMap(r, 4),
			Pair: [2]any{randomAny(r, 3), randomAny(r, 3)}, Last: randomString(r),
		}
	}
}

func randomAny(r *rand.Rand, depth int) any {
	if depth == 0 {
		return []any{nil, true, r.Int64(), randomFloat(r), randomString(r), int8(-3), []byte{1}, uint64(r.Uint64())}[r.IntN(8)]
	}
	switch r.IntN(16) {
	case 0:
		return &Inner1{randomAny(r, depth-1)}
	case 1:
		return Inner2{randomString(r), randomAny(r, depth-1), randomString(r)}
	case 2:
		return &Inner3{[]Point{{r.IntN(9), 0}}, map[string][]Base{randomString(r): {{randomString(r)}}}}
	case 3:
		return Number(r.IntN(100))
	case 4:
		return Names{randomString(r), ""}
	case 5:
		return Point{r.IntN(5), r.IntN(5)}
	case 6:
		return randomTree(r, depth-1)
	case 7:
		return Secret{randomString(r)}
	case 8:
		return Empty{}
	case 9:
		return [2]string{randomString(r), randomString(r)}
	case 10:
		return map[int]string{r.IntN(9): randomString(r), -1: ""}
	case 11:
		return []*Post{{Props: randomMap(r, depth-1)}, {Id: randomString(r)}}
	case 12, 13:
		return randomList(r, depth-1)
	case 14:
		return randomMap(r, depth-1)
	default:
		return randomAny(r, 0)
	}
}

func randomList(r *rand.Rand, depth int) []any {
	list := make([]any, r.IntN(4)+long(r))
	for i := range list {
		list[i] = randomAny(r, depth/(1+i/4))
	}
	return list
}

func randomMap(r *rand.Rand, depth int) map[string]any {
	entries := map[string]any{}
	for i := range r.IntN(4) + long(r) {
		entries[randomString(r)+strconv.Itoa(i)] = randomAny(r, depth/(1+i/4))
	}
	return entries
}

// Long is sometimes so much that a message that ends early holds fewer bytes than there are elements.
func long(r *rand.Rand) int {
	if r.IntN(30) > 0 {
		return 0
	}
	return 400
}

func randomTree(r *rand.Rand, depth int) *Tree {
	tree := &Tree{Name: randomString(r), Any: randomAny(r, max(depth-1, 0))}
	if depth > 0 {
		tree.Left = randomTree(r, depth-1-r.IntN(depth))
		tree.Children = []Tree{{}, *randomTree(r, 0)}
		tree.ByName = map[string]*Tree{randomString(r): randomTree(r, 0)}
	}
	return tree
}

func randomError(r *rand.Rand) error {
	if r.IntN(2) == 0 {
		return nil
	}
	return &ErrorString{r.IntN(3), randomString(r)}
}

func randomString(r *rand.Rand) string {
	return strings.Repeat("aé😀"[:[]int{0, 1, 3, 7}[r.IntN(4)]], r.IntN(40))
}

func randomFloat(r *rand.Rand) float64 {
	return []float64{0, r.NormFloat64(), float64(r.IntN(100)), math.Inf(-1)}[r.IntN(4)]
}
