"""Table schemas: tables/*.yaml declare every field once; records.py is generated from them."""
