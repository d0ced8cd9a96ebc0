"""Public test kit: in-memory twins of every port, factories for the domain's values, contract suites."""
