// The yardstick of the benchmarks: a plugin in Go of a few lines that does what the TypeScript one is timed at.

package main

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/mattermost/mattermost/server/public/plugin"
)

type benchPlugin struct {
	plugin.MattermostPlugin
}

func main() {
	plugin.ClientMain(&benchPlugin{})
}

// ServeHTTP answers /kvget?count=N&concurrency=C with the times of N KVGet calls, and anything else with "ok".
func (p *benchPlugin) ServeHTTP(_ *plugin.Context, w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/kvget" {
		_, _ = w.Write([]byte("ok"))
		return
	}
	count, _ := strconv.Atoi(r.URL.Query().Get("count"))
	concurrency, _ := strconv.Atoi(r.URL.Query().Get("concurrency"))
	_ = json.NewEncoder(w).Encode(p.timeKVGet(count, concurrency))
}

// timings is what both plugins report, in microseconds.
type timings struct {
	Median float64 `json:"median"`
	P99    float64 `json:"p99"`
	Total  float64 `json:"total"`
}

func (p *benchPlugin) timeKVGet(count, concurrency int) timings {
	took := make([]float64, count)
	var running sync.WaitGroup
	start := time.Now()
	for worker := range concurrency {
		running.Add(1)
		go func() {
			defer running.Done()
			for i := worker; i < count; i += concurrency {
				before := time.Now()
				if _, err := p.API.KVGet("bench"); err != nil {
					panic(err)
				}
				took[i] = float64(time.Since(before).Nanoseconds()) / 1000
			}
		}()
	}
	running.Wait()
	total := float64(time.Since(start).Nanoseconds()) / 1000
	slices.Sort(took)
	return timings{Median: took[count/2], P99: took[count*99/100], Total: total}
}
