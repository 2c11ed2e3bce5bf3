// What of Google's reference for event tickets our links use, as JSON Schema.
// https://developers.google.com/wallet/reference/rest/v1/eventticketclass and …/eventticketobject
const worded = {
  type: "object",
  additionalProperties: false,
  required: ["defaultValue"],
  properties: {
    defaultValue: { type: "object", additionalProperties: false, required: ["language", "value"], properties: { language: { type: "string", pattern: "^[a-z]{2}$" }, value: { type: "string", minLength: 1 } } },
  },
};
const id = { type: "string", pattern: "^[0-9]+\\.[A-Za-z0-9._-]+$" }; // <issuer>.<ours>
const instant = { type: "string", format: "date-time" };
const text = { type: "string", minLength: 1 };
const object = (required: string[], properties: object) => ({ type: "object", additionalProperties: false, required, properties });

const eventTicketClass = object(["id", "issuerName", "reviewStatus", "eventName"], {
  id,
  issuerName: text,
  reviewStatus: { enum: ["UNDER_REVIEW", "DRAFT"] },
  multipleDevicesAndHoldersAllowedStatus: { enum: ["MULTIPLE_HOLDERS", "ONE_USER_ALL_DEVICES", "ONE_USER_ONE_DEVICE"] },
  eventName: worded,
  venue: object(["name", "address"], { name: worded, address: worded }),
  dateTime: object(["start"], { start: instant, end: instant, doorsOpen: instant }),
});

const eventTicketObject = object(["id", "classId", "state"], {
  id,
  classId: id,
  state: { enum: ["ACTIVE", "COMPLETED", "EXPIRED", "INACTIVE"] },
  ticketHolderName: text,
  ticketNumber: text,
  ticketType: worded,
  reservationInfo: object(["confirmationCode"], { confirmationCode: text }),
  seatInfo: object([], { seat: worded, row: worded, section: worded, gate: worded }),
  barcode: object(["type", "value"], { type: { enum: ["QR_CODE", "AZTEC", "PDF_417", "CODE_128"] }, value: text, alternateText: text }),
  validTimeInterval: object([], { start: object(["date"], { date: instant }), end: object(["date"], { date: instant }) }),
  hexBackgroundColor: { type: "string", pattern: "^#[0-9a-f]{6}$" },
});

export const saveToWallet = object(["iss", "aud", "typ", "iat", "origins", "payload"], {
  iss: { type: "string", format: "email" },
  aud: { const: "google" },
  typ: { const: "savetowallet" },
  iat: { type: "integer" },
  origins: { type: "array", minItems: 1, items: { type: "string", format: "uri" } },
  payload: object(["eventTicketClasses", "eventTicketObjects"], {
    eventTicketClasses: { type: "array", minItems: 1, maxItems: 1, items: eventTicketClass },
    eventTicketObjects: { type: "array", minItems: 1, maxItems: 1, items: eventTicketObject },
  }),
});
