from tests.catalog.conftest import editor, item, publisher  # noqa: F401 - the two people a review takes
