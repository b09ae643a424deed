// API methods whose parameters or results are not plain data.

package main

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

// LoadPluginConfiguration decodes the reply set for it into dest, as the server does from its own JSON.
func (a *api) LoadPluginConfiguration(dest any) error {
	r := a.call("LoadPluginConfiguration")
	if len(r) == 0 {
		return json.Unmarshal([]byte("{}"), dest)
	}
	if err := errorAt(r, 1); err != nil {
		return err
	}
	return json.Unmarshal(r[0].text, dest)
}

func (a *api) LogDebug(msg string, keyValuePairs ...any) { a.call("LogDebug", msg, keyValuePairs) }
func (a *api) LogInfo(msg string, keyValuePairs ...any)  { a.call("LogInfo", msg, keyValuePairs) }
func (a *api) LogWarn(msg string, keyValuePairs ...any)  { a.call("LogWarn", msg, keyValuePairs) }
func (a *api) LogError(msg string, keyValuePairs ...any) { a.call("LogError", msg, keyValuePairs) }

// pluginHTTPCall is what the test sees of a PluginHTTP request.
type pluginHTTPCall struct {
	Method string      `json:"method"`
	URL    string      `json:"url"`
	Header http.Header `json:"header"`
	Body   string      `json:"body"`
}

// pluginHTTPReply is what the test sets as the answer.
type pluginHTTPReply struct {
	Status int         `json:"status"`
	Header http.Header `json:"header"`
	Body   string      `json:"body"`
}

func (a *api) PluginHTTP(request *http.Request) *http.Response {
	body := []byte{}
	if request.Body != nil {
		body, _ = io.ReadAll(request.Body)
	}
	r := a.call("PluginHTTP", pluginHTTPCall{
		Method: request.Method, URL: request.URL.String(), Header: request.Header, Body: string(body),
	})
	reply := valueAt[*pluginHTTPReply](r, 0)
	if reply == nil {
		return nil
	}
	return &http.Response{
		StatusCode: reply.Status,
		Status:     http.StatusText(reply.Status),
		Header:     reply.Header,
		Body:       io.NopCloser(strings.NewReader(reply.Body)),
	}
}
