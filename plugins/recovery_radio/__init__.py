"""Recovery Radio: a static site generator for a peer-led recovery radio and information hub.

ARCHITECTURE.md says which room may use which; tests/test_house.py holds the walls.
"""
