// What the buttons for theme, density and single keys say after one was pressed. Pure; preferences.js connects it.

const OTHER = { compact: "comfortable", comfortable: "compact", on: "off", off: "on" };

/**
 * @param {string} name theme, density or keys
 * @param {string} chosen what was just chosen
 * @param {string} offers what this button offers now
 * @returns {{value: string, pressed: boolean, label?: string}}
 */
export function afterwards(name, chosen, offers) {
  if (name === "theme") return { value: offers, pressed: offers === chosen };
  const value = OTHER[chosen];
  if (name === "density") return { value, pressed: chosen === "compact" };
  return { value, pressed: chosen === "off", label: `Switch single keys ${value}` };
}
