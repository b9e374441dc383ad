"""The catalog: every record by table and id, frozen and typed."""
