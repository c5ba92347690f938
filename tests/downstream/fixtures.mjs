// The fixtures, as every script here needs them: name, family, event, text.
import fs from "node:fs";
import path from "node:path";

export function fixtures(folder) {
  const found = [];
  const walk = (at) => {
    for (const entry of fs.readdirSync(at, { withFileTypes: true })) {
      const file = path.join(at, entry.name);
      if (entry.isDirectory()) walk(file);
      else if (file.endsWith(".json")) {
        const name = path.relative(folder, file).split(path.sep).join("/");
        const [family, event] = name.split("/");
        found.push({ name, family, event, text: fs.readFileSync(file, "utf8") });
      }
    }
  };
  walk(folder);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

// The type of an event's body: `call-status` is `CallStatusEvent`.
export function eventType(event) {
  return event.replace(/(^|-)(.)/g, (_, __, first) => first.toUpperCase()) + "Event";
}

export const families = {
  "server-message": "ServerMessageRequest", campaign: "CampaignEvent", workflow: "WorkflowEvent", unknown: "UnknownBody",
};
