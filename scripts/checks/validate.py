#!/usr/bin/env python3
"""validate.py SCHEMA.xsd DOC.xml...: validates documents with xmlschema."""
import sys
import xmlschema

schema, bad = xmlschema.XMLSchema(sys.argv[1], allow="local", defuse="always"), 0
for document in sys.argv[2:]:
    errors = list(schema.iter_errors(document))
    bad += len(errors)
    for error in errors:
        print(f"{document}:{error.sourceline}: {error.path}: {error.reason}")
    if not errors:
        print(f"{document} validates (xmlschema)")
sys.exit(bool(bad))
