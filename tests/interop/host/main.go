// A Mattermost plugin host made of Mattermost's own package: its plugin environment and supervisor run a real
// plugin process, and a control API over HTTP lets a test drive hooks, set API answers and read API calls.
//
// It prints one line, `listening http://127.0.0.1:PORT`, and ends when its standard input closes.

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
	"github.com/mattermost/mattermost/server/public/shared/mlog"
)

type host struct {
	environment *plugin.Environment
	api         *api
	pluginDir   string
	logs        *lineBuffer
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	pluginDir, err := os.MkdirTemp("", "interop-plugins-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(pluginDir)

	logs := &lineBuffer{}
	logger, err := newLogger(logs)
	if err != nil {
		return err
	}
	mlog.InitGlobalLogger(logger)

	h := &host{api: newAPI(), pluginDir: pluginDir, logs: logs}
	h.api.recording.Store(true)
	h.environment, err = plugin.NewEnvironment(
		func(*model.Manifest) plugin.API { return h.api },
		nil, pluginDir, filepath.Join(pluginDir, ".webapp"), logger, nil,
	)
	if err != nil {
		return err
	}
	h.environment.TogglePluginHealthCheckJob(true)

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: h.routes()}
	go func() { _ = server.Serve(listener) }()
	fmt.Printf("listening http://%s\n", listener.Addr())

	_, _ = io.Copy(io.Discard, os.Stdin)
	h.environment.Shutdown()
	return server.Close()
}

func (h *host) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /control/install", control(h.install))
	mux.HandleFunc("POST /control/activate", control(h.activate))
	mux.HandleFunc("POST /control/reattach", control(h.reattach))
	mux.HandleFunc("POST /control/deactivate", control(h.deactivate))
	mux.HandleFunc("POST /control/health", control(h.health))
	mux.HandleFunc("POST /control/hook", control(h.hook))
	mux.HandleFunc("POST /control/reply", control(h.reply))
	mux.HandleFunc("POST /control/fill", control(h.fill))
	mux.HandleFunc("POST /control/recording", control(h.recording))
	mux.HandleFunc("POST /control/calls", control(h.calls))
	mux.HandleFunc("POST /control/store", control(h.storeRows))
	mux.HandleFunc("POST /control/logs", control(h.takeLogs))
	mux.HandleFunc("POST /control/process", control(h.process))
	mux.HandleFunc("/plugins/", h.servePlugin)
	mux.HandleFunc("/metrics/", h.serveMetrics)
	return mux
}

// control turns a function of (request, reply) into an HTTP handler; an error is a 500 with its text.
func control[Request, Reply any](handle func(Request) (Reply, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var request Request
		if err := json.NewDecoder(r.Body).Decode(&request); err != nil && !errors.Is(err, io.EOF) {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		reply, err := handle(request)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(reply)
	}
}

type empty struct{}

type pluginID struct {
	ID string `json:"id"`
}

// timed says how long a step took, in milliseconds.
type timed struct {
	Milliseconds float64 `json:"milliseconds"`
}

func since(start time.Time) timed {
	return timed{Milliseconds: float64(time.Since(start).Microseconds()) / 1000}
}

func (h *host) install(request struct {
	Bundle string `json:"bundle"`
}) (pluginID, error) {
	id, err := extractBundle(request.Bundle, h.pluginDir)
	return pluginID{ID: id}, err
}

func (h *host) activate(request pluginID) (timed, error) {
	start := time.Now()
	_, activated, err := h.environment.Activate(request.ID)
	if err == nil && !activated {
		err = errors.New("the plugin was active already")
	}
	return since(start), err
}

// reattach has the environment use a process that somebody else started.
func (h *host) reattach(request model.PluginReattachRequest) (empty, error) {
	if err := h.environment.Reattach(request.Manifest, request.PluginReattachConfig); err != nil {
		return empty{}, err
	}
	// A process that cannot be reached is no error of Reattach.
	_, err := h.environment.HooksForPlugin(request.Manifest.Id)
	return empty{}, err
}

func (h *host) deactivate(request pluginID) (timed, error) {
	start := time.Now()
	if !h.environment.Deactivate(request.ID) {
		return timed{}, errors.New("the plugin was not active")
	}
	return since(start), nil
}

// health runs the server's health check once, which restarts a plugin that does not answer.
func (h *host) health(request pluginID) (struct {
	State int `json:"state"`
}, error) {
	h.environment.GetPluginHealthCheckJob().CheckPlugin(request.ID)
	return struct {
		State int `json:"state"`
	}{State: h.environment.GetPluginState(request.ID)}, nil
}

// hook calls one hook with arguments given as JSON and returns its results as JSON.
func (h *host) hook(request struct {
	ID   string            `json:"id"`
	Hook string            `json:"hook"`
	Args []json.RawMessage `json:"args"`
}) ([]any, error) {
	hooks, err := h.environment.HooksForPlugin(request.ID)
	if err != nil {
		return nil, err
	}
	method := reflect.ValueOf(hooks).MethodByName(request.Hook)
	if !method.IsValid() {
		return nil, fmt.Errorf("no hook named %q", request.Hook)
	}
	if method.Type().NumIn() != len(request.Args) {
		return nil, fmt.Errorf("%s takes %d arguments", request.Hook, method.Type().NumIn())
	}
	in := []reflect.Value{}
	for i, text := range request.Args {
		value := reflect.New(method.Type().In(i))
		if err := json.Unmarshal(text, value.Interface()); err != nil {
			return nil, fmt.Errorf("argument %d: %w", i, err)
		}
		in = append(in, value.Elem())
	}
	results := []any{}
	for _, out := range method.Call(in) {
		result := out.Interface()
		if err, isError := result.(error); isError && !reflect.ValueOf(err).IsNil() {
			result = map[string]string{"error": err.Error()}
		}
		results = append(results, result)
	}
	return results, nil
}

func (h *host) reply(request struct {
	Method  string            `json:"method"`
	Results []json.RawMessage `json:"results"`
}) (empty, error) {
	if request.Results == nil {
		h.api.setReply(request.Method, nil)
		return empty{}, nil
	}
	results := []result{}
	for _, text := range request.Results {
		results = append(results, result{text: text})
	}
	h.api.setReply(request.Method, results)
	return empty{}, nil
}

// fill sets results in which every field of every struct holds something, and tells what they are.
func (h *host) fill(request struct {
	Method string `json:"method"`
}) ([]any, error) {
	method := reflect.ValueOf(h.api).MethodByName(request.Method)
	if !method.IsValid() {
		return nil, fmt.Errorf("no API method named %q", request.Method)
	}
	filler := &filler{}
	results, dumps := []result{}, []any{}
	for i := range method.Type().NumOut() {
		value := filler.fill(method.Type().Out(i), 0)
		results = append(results, result{value: value})
		dumps = append(dumps, dump(value))
	}
	h.api.setReply(request.Method, results)
	return dumps, nil
}

func (h *host) recording(request struct {
	On bool `json:"on"`
}) (empty, error) {
	h.api.recording.Store(request.On)
	return empty{}, nil
}

func (h *host) calls(empty) ([]recordedCall, error) { return h.api.takeCalls(), nil }

func (h *host) storeRows(empty) (map[string]string, error) {
	rows := map[string]string{}
	for _, key := range h.api.store.keys() {
		h.api.store.mutex.Lock()
		rows[key] = string(h.api.store.read(key))
		h.api.store.mutex.Unlock()
	}
	return rows, nil
}

func (h *host) takeLogs(empty) ([]string, error) { return h.logs.take(), nil }

// processFigures tells what host and plugin hold in memory. Bytes throughout.
type processFigures struct {
	PluginPID      int    `json:"pluginPid"`
	PluginResident uint64 `json:"pluginResident"`
	HostHeap       uint64 `json:"hostHeap"`
	Goroutines     int    `json:"goroutines"`
	OpenFiles      int    `json:"openFiles"`
}

func (h *host) process(request pluginID) (processFigures, error) {
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	files, _ := os.ReadDir("/proc/self/fd")
	figures := processFigures{
		HostHeap: memory.HeapAlloc, Goroutines: runtime.NumGoroutine(), OpenFiles: len(files),
	}
	executable, err := filepath.EvalSymlinks(filepath.Join(h.pluginDir, request.ID))
	if err != nil {
		return figures, err
	}
	figures.PluginPID, figures.PluginResident = childIn(executable)
	return figures, nil
}

// servePlugin hands a request to the plugin the way the server does: without the /plugins/<id> prefix.
func (h *host) servePlugin(w http.ResponseWriter, r *http.Request) {
	h.serve(w, r, "/plugins/", plugin.Hooks.ServeHTTP)
}

func (h *host) serveMetrics(w http.ResponseWriter, r *http.Request) {
	h.serve(w, r, "/metrics/", plugin.Hooks.ServeMetrics)
}

func (h *host) serve(
	w http.ResponseWriter, r *http.Request, prefix string,
	hook func(plugin.Hooks, *plugin.Context, http.ResponseWriter, *http.Request),
) {
	id, path, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, prefix), "/")
	hooks, err := h.environment.HooksForPlugin(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	r.URL.Path = "/" + path
	r.URL.RawPath = ""
	hook(hooks, &plugin.Context{RequestId: "request", IPAddress: "127.0.0.1", UserAgent: r.UserAgent()}, w, r)
}
