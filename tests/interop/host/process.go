// Finding the plugin's process and catching the host's log.

package main

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/mattermost/mattermost/server/public/shared/mlog"
)

// childIn returns pid and resident memory in bytes of this process's child whose executable lies in a folder.
func childIn(folder string) (int, uint64) {
	entries, _ := os.ReadDir("/proc")
	for _, entry := range entries {
		pid, err := strconv.Atoi(entry.Name())
		if err != nil {
			continue
		}
		executable, err := os.Readlink(filepath.Join("/proc", entry.Name(), "exe"))
		if err != nil || !strings.HasPrefix(executable, folder+string(filepath.Separator)) {
			continue
		}
		if status := statusOf(pid); status["PPid"] == strconv.Itoa(os.Getpid()) {
			kilobytes, _ := strconv.ParseUint(strings.TrimSuffix(status["VmRSS"], " kB"), 10, 64)
			return pid, kilobytes * 1024
		}
	}
	return 0, 0
}

// statusOf reads /proc/<pid>/status as key and value.
func statusOf(pid int) map[string]string {
	fields := map[string]string{}
	content, _ := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "status"))
	for scanner := bufio.NewScanner(bytes.NewReader(content)); scanner.Scan(); {
		key, value, _ := strings.Cut(scanner.Text(), ":")
		fields[key] = strings.TrimSpace(value)
	}
	return fields
}

// maxLogLines bounds what is kept of the host's log between two looks at it.
const maxLogLines = 10_000

// lineBuffer keeps the host's latest log lines until the test takes them.
type lineBuffer struct {
	mutex sync.Mutex
	lines []string
}

func (b *lineBuffer) Write(line []byte) (int, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if len(b.lines) == maxLogLines {
		b.lines = b.lines[1:]
	}
	b.lines = append(b.lines, strings.TrimSpace(string(line)))
	return len(line), nil
}

func (b *lineBuffer) take() []string {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	lines := b.lines
	b.lines = nil
	if lines == nil {
		return []string{}
	}
	return lines
}

// newLogger makes Mattermost's logger write every line from debug up to the buffer.
func newLogger(lines *lineBuffer) (*mlog.Logger, error) {
	logger, err := mlog.NewLogger()
	if err != nil {
		return nil, err
	}
	return logger, mlog.AddWriterTarget(logger, lines, true, mlog.StdAll...)
}
