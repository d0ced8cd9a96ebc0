"""What every implementation of a port must do: subclass a suite, and give it the fixture that it names."""
