// Checks what deploy/ holds by the libraries of those who run it: the chart is linted and rendered by Helm, and each of its manifests
// read by the published types of Kubernetes, which know no other field; compose.yaml is loaded by Compose's own reader, the
// Dockerfile read by BuildKit's. Prints the manifests.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
	"helm.sh/helm/v3/pkg/lint"
	"helm.sh/helm/v3/pkg/lint/support"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/client-go/kubernetes/scheme"
)

func main() {
	deploy := os.Args[1]
	steps := []func(string) error{chart, compose, dockerfile}
	for _, step := range steps {
		if err := step(deploy); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// What is off unless somebody asks for it is rendered too.
var switchedOn = map[string]interface{}{
	"backup": map[string]interface{}{
		"enabled":    true,
		"recipients": []interface{}{"age1" + strings.Repeat("q", 58)},
	},
}

func chart(deploy string) error {
	folder := filepath.Join(deploy, "chart")
	for _, message := range lint.All(folder, nil, "label", true).Messages {
		// An icon is asked for by those who show charts in a shop.
		if message.Severity >= support.WarningSev {
			return fmt.Errorf("helm lint: %v", message)
		}
	}
	loaded, err := loader.Load(folder)
	if err != nil {
		return err
	}
	options := chartutil.ReleaseOptions{Name: "label", Namespace: "label", IsInstall: true, Revision: 1}
	values, err := chartutil.ToRenderValues(loaded, switchedOn, options, chartutil.DefaultCapabilities)
	if err != nil {
		return err
	}
	rendered, err := engine.Render(loaded, values)
	if err != nil {
		return err
	}
	names := make([]string, 0, len(rendered))
	for name := range rendered {
		if strings.HasSuffix(name, ".yaml") {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for _, name := range names {
		if err := manifests(name, rendered[name]); err != nil {
			return err
		}
	}
	return nil
}

func manifests(name string, text string) error {
	decoder := serializer.NewCodecFactory(scheme.Scheme, serializer.EnableStrict).UniversalDeserializer()
	documents := yaml.NewDocumentDecoder(io.NopCloser(strings.NewReader(text)))
	defer documents.Close()
	buffer := make([]byte, 1<<20)
	for {
		n, err := documents.Read(buffer)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		document := bytes.TrimSpace(buffer[:n])
		if len(document) == 0 {
			continue
		}
		if _, _, err := decoder.Decode(document, nil, nil); err != nil {
			return fmt.Errorf("%s: %w\n%s", name, err, document)
		}
		fmt.Printf("---\n# %s\n%s\n", name, document)
	}
}

func compose(deploy string) error {
	options, err := cli.NewProjectOptions(
		[]string{filepath.Join(deploy, "compose.yaml")},
		cli.WithEnv([]string{"SITE=label.example", "MAIL_FROM=label@label.example"}),
		cli.WithProfiles([]string{"*"}),
		cli.WithoutEnvironmentResolution,
	)
	if err != nil {
		return err
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "compose: %d services\n", len(project.Services))
	return nil
}

func dockerfile(deploy string) error {
	file, err := os.Open(filepath.Join(deploy, "Dockerfile"))
	if err != nil {
		return err
	}
	defer file.Close()
	read, err := parser.Parse(file)
	if err != nil {
		return err
	}
	faults := []string{}
	rules := linter.New(&linter.Config{Warn: func(rule, _, _, message string, _ []parser.Range) {
		faults = append(faults, rule+": "+message)
	}})
	stages, _, err := instructions.Parse(read.AST, rules)
	if err != nil {
		return err
	}
	if len(faults) > 0 {
		return fmt.Errorf("Dockerfile: %s", strings.Join(faults, "; "))
	}
	fmt.Fprintf(os.Stderr, "Dockerfile: %d stages\n", len(stages))
	return nil
}
