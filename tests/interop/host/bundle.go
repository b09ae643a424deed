// Installing a bundle: a tar.gz with one folder named after the plugin.

package main

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// extractBundle unpacks regular files and folders, as the server does, and returns the name of the top folder.
func extractBundle(bundle, pluginDir string) (string, error) {
	file, err := os.Open(bundle)
	if err != nil {
		return "", err
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		return "", err
	}
	id := ""
	for archive := tar.NewReader(unzipped); ; {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return id, nil
		}
		if err != nil {
			return "", err
		}
		name := filepath.Clean(header.Name)
		if !filepath.IsLocal(name) {
			return "", fmt.Errorf("%s leaves the plugin folder", header.Name)
		}
		id, _, _ = strings.Cut(name, string(filepath.Separator))
		path := filepath.Join(pluginDir, name)
		switch header.Typeflag {
		case tar.TypeDir:
			err = os.MkdirAll(path, 0o744)
		case tar.TypeReg:
			err = writeFile(path, archive, header.FileInfo().Mode())
		}
		if err != nil {
			return "", err
		}
	}
}

func writeFile(path string, content io.Reader, mode os.FileMode) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o744); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	if _, err := io.Copy(file, content); err != nil {
		return errors.Join(err, file.Close())
	}
	return file.Close()
}
