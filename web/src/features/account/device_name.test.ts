import { expect, it } from "vitest";
import { deviceName } from "./device_name.ts";

it.each([
  ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36", "Chrome · Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1", "Safari · iPhone"],
  ["curl/8.5.0", "curl/8.5.0"],
  [null, undefined],
])("%s", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
