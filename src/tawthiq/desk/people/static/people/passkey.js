// Lets a key sign what the desk drew: a form says by `data-passkey` whether a key is to
// be made ("create") or shown ("get"), and by `data-options` what was drawn. What the key
// says goes into the form's field `credential`, and the form is sent like any other.

const CREATE = "create";

/** Give the bytes that base64url letters stand for. */
function bytes(letters) {
  const plain = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.codePointAt(0));
}

/** Write bytes as base64url letters. */
function letters(buffer) {
  const plain = String.fromCodePoint(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Make bytes of what was drawn, where the browser wants bytes. */
function understood(drawn) {
  const keys = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));
  return {
    ...drawn,
    challenge: bytes(drawn.challenge),
    user: drawn.user && { ...drawn.user, id: bytes(drawn.user.id) },
    excludeCredentials: keys(drawn.excludeCredentials) ?? [],
    allowCredentials: keys(drawn.allowCredentials) ?? [],
  };
}

/** Write what a key said, as WebAuthn's own JSON has it. */
function told(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) {
      response[name] = letters(credential.response[name]);
    }
  }
  const id = letters(credential.rawId);
  return JSON.stringify({ id, rawId: id, type: credential.type, response, clientExtensionResults: {} });
}

/** Ask for a key, and send the form with what it said; tell where none answered. */
async function ask(form) {
  const publicKey = understood(JSON.parse(form.dataset.options));
  const fault = form.querySelector("[data-passkey-fault]");
  fault.hidden = true;
  try {
    const credential = form.dataset.passkey === CREATE
      ? await navigator.credentials.create({ publicKey })
      : await navigator.credentials.get({ publicKey });
    form.elements.credential.value = told(credential);
    form.submit();
  } catch {
    fault.hidden = false;
    form.querySelector("button").focus();
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const able = "credentials" in navigator && "PublicKeyCredential" in window;
  form.querySelector("[data-passkey-unable]").hidden = able;
  form.querySelector("button").disabled = !able;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(form);
  });
}
