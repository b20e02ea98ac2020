//go:build tools

// Package tools pins the command that makes up Temporal's web UI.
package tools

import (
	_ "github.com/temporalio/ui-server/v2/cmd/server"
)
