"""Mutation testing: how many changed operators the tests notice."""
