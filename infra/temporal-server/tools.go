//go:build tools

// Package tools pins the commands that make up the local Temporal server.
package tools

import (
	_ "go.temporal.io/server/cmd/server"
	_ "go.temporal.io/server/cmd/tools/sql"
)
