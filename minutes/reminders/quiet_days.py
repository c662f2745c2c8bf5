"""The days on which nobody in Sweden is reminded of anything: those that are free for all. Pure."""

from minutes.swedish_days import day_off as quiet_day

__all__ = ["quiet_day"]
