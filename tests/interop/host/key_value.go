// The KV methods, answered from memory with Mattermost's semantics unless the test has set a reply.

package main

import (
	"bytes"
	"sort"
	"sync"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
)

type keyValue struct {
	value    []byte
	expireAt int64 // ms since 1970; 0 = never
}

type keyValueStore struct {
	mutex sync.Mutex
	rows  map[string]keyValue
}

func newKeyValueStore() *keyValueStore {
	return &keyValueStore{rows: map[string]keyValue{}}
}

// read gives the live value of a key, or nil. The caller holds the lock.
func (s *keyValueStore) read(key string) []byte {
	row, found := s.rows[key]
	if !found || (row.expireAt != 0 && row.expireAt <= time.Now().UnixMilli()) {
		return nil
	}
	return row.value
}

// write sets or, with an empty value, deletes a key. The caller holds the lock.
func (s *keyValueStore) write(key string, value []byte, expireInSeconds int64) {
	if len(value) == 0 {
		delete(s.rows, key)
		return
	}
	row := keyValue{value: bytes.Clone(value)}
	if expireInSeconds != 0 {
		row.expireAt = time.Now().UnixMilli() + expireInSeconds*1000
	}
	s.rows[key] = row
}

// set is KVSetWithOptions: plain, insert-if-absent, compare-and-set and compare-and-delete in one.
func (s *keyValueStore) set(key string, value []byte, options model.PluginKVSetOptions) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if options.Atomic {
		current := s.read(key)
		if len(options.OldValue) == 0 {
			if current != nil || len(value) == 0 {
				return false
			}
		} else if !bytes.Equal(current, options.OldValue) {
			return false
		}
	}
	s.write(key, value, options.ExpireInSeconds)
	return true
}

func (s *keyValueStore) keys() []string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	keys := []string{}
	for key := range s.rows {
		if s.read(key) != nil {
			keys = append(keys, key)
		}
	}
	sort.Strings(keys)
	return keys
}

func (a *api) KVSetWithOptions(key string, value []byte, options model.PluginKVSetOptions) (bool, *model.AppError) {
	if r := a.call("KVSetWithOptions", key, value, options); r != nil {
		return valueAt[bool](r, 0), appErrorAt(r, 1)
	}
	return a.store.set(key, value, options), nil
}

func (a *api) KVSet(key string, value []byte) *model.AppError {
	if r := a.call("KVSet", key, value); r != nil {
		return appErrorAt(r, 0)
	}
	a.store.set(key, value, model.PluginKVSetOptions{})
	return nil
}

func (a *api) KVSetWithExpiry(key string, value []byte, expireInSeconds int64) *model.AppError {
	if r := a.call("KVSetWithExpiry", key, value, expireInSeconds); r != nil {
		return appErrorAt(r, 0)
	}
	a.store.set(key, value, model.PluginKVSetOptions{ExpireInSeconds: expireInSeconds})
	return nil
}

func (a *api) KVGet(key string) ([]byte, *model.AppError) {
	if r := a.call("KVGet", key); r != nil {
		return valueAt[[]byte](r, 0), appErrorAt(r, 1)
	}
	a.store.mutex.Lock()
	defer a.store.mutex.Unlock()
	return a.store.read(key), nil
}

func (a *api) KVDelete(key string) *model.AppError {
	if r := a.call("KVDelete", key); r != nil {
		return appErrorAt(r, 0)
	}
	a.store.set(key, nil, model.PluginKVSetOptions{})
	return nil
}

func (a *api) KVDeleteAll() *model.AppError {
	if r := a.call("KVDeleteAll"); r != nil {
		return appErrorAt(r, 0)
	}
	a.store.mutex.Lock()
	defer a.store.mutex.Unlock()
	a.store.rows = map[string]keyValue{}
	return nil
}

func (a *api) KVList(page, perPage int) ([]string, *model.AppError) {
	if r := a.call("KVList", page, perPage); r != nil {
		return valueAt[[]string](r, 0), appErrorAt(r, 1)
	}
	if perPage <= 0 {
		perPage = 10
	}
	keys := a.store.keys()
	from := min(max(page, 0)*perPage, len(keys))
	return keys[from:min(from+perPage, len(keys))], nil
}

func (a *api) KVCompareAndSet(key string, oldValue, newValue []byte) (bool, *model.AppError) {
	if r := a.call("KVCompareAndSet", key, oldValue, newValue); r != nil {
		return valueAt[bool](r, 0), appErrorAt(r, 1)
	}
	return a.store.set(key, newValue, model.PluginKVSetOptions{Atomic: true, OldValue: oldValue}), nil
}

func (a *api) KVCompareAndDelete(key string, oldValue []byte) (bool, *model.AppError) {
	if r := a.call("KVCompareAndDelete", key, oldValue); r != nil {
		return valueAt[bool](r, 0), appErrorAt(r, 1)
	}
	return a.store.set(key, nil, model.PluginKVSetOptions{Atomic: true, OldValue: oldValue}), nil
}
