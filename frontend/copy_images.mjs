// Images go into the built folder as they are.
import { cpSync } from "node:fs";

cpSync("frontend/images", "portal/static_built", { recursive: true });
