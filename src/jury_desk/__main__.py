"""``python -m jury_desk``."""

import sys

from jury_desk.app.main import main

sys.exit(main())
