"""What may be decided alone: error budgets, cut-offs that keep them, agreement with people."""
