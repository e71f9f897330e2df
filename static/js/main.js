// What every page loads. Each part makes something quicker that works without it.
import "./focus.js";
import "./keyboard.js";
import "./preferences.js";
import "./swaps.js";
import "./disputing.js";
