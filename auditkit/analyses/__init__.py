"""The named analyses: what a concern asks of a function's facts."""
