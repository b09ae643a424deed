// What the recording API remembers and how its answers are set.

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"sync/atomic"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

// recordedCall is one API call as the Go side saw it, with Go's own field names.
type recordedCall struct {
	Method string `json:"method"`
	Args   []any  `json:"args"`
}

// result is one result of an API method: JSON that the test has set, or a Go value made by fill.
type result struct {
	text  json.RawMessage
	value reflect.Value
}

// api answers plugin.API. A method that is not written out below hits the nil interface, which ends the host:
// the test then fails, as a real server would.
type api struct {
	plugin.API
	store *keyValueStore

	recording atomic.Bool
	mutex     sync.Mutex
	calls     []recordedCall
	replies   map[string][]result
	postCount int
}

func newAPI() *api {
	return &api{store: newKeyValueStore(), replies: map[string][]result{}}
}

// call records the call and returns the results set for it: first for the method with this first argument
// (`GetUser:abc`), then for the method, else nil.
func (a *api) call(method string, args ...any) []result {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if a.recording.Load() {
		recorded := recordedCall{Method: method, Args: []any{}}
		for _, arg := range args {
			recorded.Args = append(recorded.Args, dump(reflect.ValueOf(arg)))
		}
		a.calls = append(a.calls, recorded)
	}
	if len(args) > 0 {
		if first, ok := args[0].(string); ok {
			if reply, found := a.replies[method+":"+first]; found {
				return reply
			}
		}
	}
	return a.replies[method]
}

// posted stands in for the server's own CreatePost: the post gets an id and times.
func (a *api) posted(post *model.Post) *model.Post {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.postCount++
	created := post.Clone()
	created.Id = fmt.Sprintf("post%022d", a.postCount)
	created.CreateAt = model.GetMillis()
	created.UpdateAt = created.CreateAt
	return created
}

func (a *api) takeCalls() []recordedCall {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	calls := a.calls
	a.calls = nil
	if calls == nil {
		return []recordedCall{}
	}
	return calls
}

func (a *api) setReply(method string, results []result) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if results == nil {
		delete(a.replies, method)
		return
	}
	a.replies[method] = results
}

// valueAt gives result i, or the zero value when it is not set.
func valueAt[T any](results []result, i int) T {
	var value T
	if i >= len(results) {
		return value
	}
	if results[i].value.IsValid() {
		return results[i].value.Interface().(T)
	}
	if err := json.Unmarshal(results[i].text, &value); err != nil {
		panic(fmt.Sprintf("the reply that the test set does not decode: %v", err))
	}
	return value
}

// appErrorAt decodes result i as an AppError, `where` included, which its own JSON form leaves out.
func appErrorAt(results []result, i int) *model.AppError {
	if i >= len(results) || results[i].value.IsValid() || string(results[i].text) == "null" {
		return nil
	}
	fields := valueAt[struct {
		ID            string `json:"id"`
		Message       string `json:"message"`
		DetailedError string `json:"detailed_error"`
		StatusCode    int    `json:"status_code"`
		Where         string `json:"where"`
	}](results, i)
	return &model.AppError{
		Id: fields.ID, Message: fields.Message, DetailedError: fields.DetailedError,
		StatusCode: fields.StatusCode, Where: fields.Where,
	}
}

// errorAt decodes result i as the text of an error.
func errorAt(results []result, i int) error {
	if i < len(results) && results[i].value.IsValid() {
		return nil
	}
	text := valueAt[*string](results, i)
	if text == nil {
		return nil
	}
	return errors.New(*text)
}
