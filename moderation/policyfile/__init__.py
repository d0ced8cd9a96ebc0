"""Policy files: YAML → `Policy`, with errors like a good compiler's."""
