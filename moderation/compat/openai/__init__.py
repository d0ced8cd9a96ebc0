"""OpenAI's moderations endpoint: flagged where the policy would not let a text stand."""
