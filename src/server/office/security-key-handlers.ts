import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { securityKeyRoutes } from "../../api/security-keys.js";
import { AppError } from "../../errors.js";
import { type KeyPlace, keyPlace } from "../../operations/accounts/key-place.js";
import {
  beginKeySignIn,
  beginSecurityKey,
  confirmSecurityKey,
  ownKeys,
  removeSecurityKey,
  verifyKeySignIn,
} from "../../operations/accounts/security-keys.js";
import type { OfficeSettings } from "../../operations/office-settings.js";
import type { HandlersOf } from "./handle.js";
import { person, signInStateOf, whereabouts } from "./sign-in-state.js";
import type { Visit } from "./visit.js";

export const securityKeyHandlers: HandlersOf<typeof securityKeyRoutes> = {
  async listSecurityKeys({ office, visit }) {
    const keys = await ownKeys(office, person(visit));
    return { items: keys.map(({ credentialId: id, name, addedAt, usedAt }) => ({ id, name, addedAt, usedAt })) };
  },

  async beginSecurityKey({ office, visit, settings }) {
    return handedOver(await beginSecurityKey(office, person(visit), placeOf(settings, visit)));
  },

  async confirmSecurityKey({ office, body, visit, settings }) {
    const { recoveryCodes, stage } = await confirmSecurityKey(office, person(visit), {
      ...{ place: placeOf(settings, visit), name: body.name },
      response: body.response as unknown as RegistrationResponseJSON, // its shape is checked; what is in it, the library checks
      ...whereabouts(visit),
    });
    return { recoveryCodes: [...recoveryCodes], stage };
  },

  async beginKeySignIn({ office, visit, settings }) {
    return handedOver(await beginKeySignIn(office, person(visit), placeOf(settings, visit)));
  },

  async verifyKeySignIn({ office, body, visit, settings }) {
    const signedIn = person(visit);
    const stage = await verifyKeySignIn(office, signedIn, {
      place: placeOf(settings, visit),
      response: body.response as unknown as AuthenticationResponseJSON, // as above
      ...whereabouts(visit),
    });
    return signInStateOf({ office, settings, visit }, { actor: signedIn.actor, stage });
  },

  async removeSecurityKey({ office, params, body, visit }) {
    await removeSecurityKey(office, person(visit), { ...params, ...body, ...whereabouts(visit) });
    return undefined;
  },
};

function placeOf({ publicUrl }: OfficeSettings, { origin }: Visit): KeyPlace {
  const place = keyPlace(publicUrl, origin);
  if (place === null) throw new AppError("SECURITY_KEY_OFF", {});
  return place;
}

/** The library leaves much of its types open that it always gives; the schema of the route checks it. */
function handedOver<Given>(options: object): Given {
  return options as Given; // see above
}
