// Command bench_gob is the yardstick for decoding: it encodes a long list of posts with Mattermost's own model and
// Go's own encoding/gob, and times how long Go takes to decode it.
//
//	bench_gob -posts 1000 FIRST LATER          writes a stream's first value, with the types, and a later one
//	bench_gob -time 40 FIRST LATER             decodes both as often as that, and prints the median times as JSON

package main

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"flag"
	"log"
	"os"
	"slices"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
	// Registers the concrete types that props may hold.
	_ "github.com/mattermost/mattermost/server/public/plugin"
)

func main() {
	log.SetFlags(0)
	posts := flag.Int("posts", 0, "how many posts to write")
	count := flag.Int("time", 0, "how many times to decode")
	flag.Parse()
	if flag.NArg() != 2 {
		log.Fatal("usage: bench_gob -posts N|-time N FIRST LATER")
	}
	if *posts > 0 {
		write(*posts, flag.Arg(0), flag.Arg(1))
		return
	}
	report(read(flag.Arg(0)), read(flag.Arg(1)), *count)
}

func write(posts int, first, later string) {
	list := postList(posts)
	stream := bytes.Buffer{}
	encoder := gob.NewEncoder(&stream)
	for _, path := range []string{first, later} {
		stream.Reset()
		if err := encoder.Encode(list); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(path, stream.Bytes(), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

func read(path string) []byte {
	content, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	return content
}

// report prints times in microseconds: of the very first decoding, and medians of the first value on a new stream
// and of a later value on a stream.
func report(first, later []byte, count int) {
	firsts, laters := make([]float64, count), make([]float64, count)
	stream := &bytes.Buffer{}
	decoder := gob.NewDecoder(stream)
	stream.Write(first)
	start := time.Now()
	decode(decoder)
	cold := microseconds(start)
	for i := range count {
		fresh := bytes.NewReader(first)
		start = time.Now()
		decode(gob.NewDecoder(fresh))
		firsts[i] = microseconds(start)

		stream.Write(later)
		start = time.Now()
		decode(decoder)
		laters[i] = microseconds(start)
	}
	_ = json.NewEncoder(os.Stdout).Encode(map[string]float64{
		"cold": cold, "first": median(firsts), "later": median(laters),
	})
}

func decode(decoder *gob.Decoder) {
	list := &model.PostList{}
	if err := decoder.Decode(list); err != nil {
		log.Fatal(err)
	}
	if len(list.Order) == 0 {
		log.Fatal("no posts")
	}
}

func microseconds(start time.Time) float64 {
	return float64(time.Since(start).Nanoseconds()) / 1000
}

func median(took []float64) float64 {
	slices.Sort(took)
	return took[len(took)/2]
}
