// What every page loads. Each part makes something quicker that works without it.
import "./focus.js";
import "./disputing.js"; // before keyboard.js: in its form the digits are its own
import "./keyboard.js";
import "./preferences.js";
import "./swaps.js";
