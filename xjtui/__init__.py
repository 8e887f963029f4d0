"""The guided checklist: domain, store, plans, words and front ends; screens live in the package `screens`."""

__version__ = "0.1.0"
