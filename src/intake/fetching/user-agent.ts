// How the program names itself to web servers.
import packageJson from '../../../package.json' with { type: 'json' };

/** How Verbatim names itself to web servers, with the page that says what it is: `homepage` of package.json. */
export const USER_AGENT = `Verbatim/${packageJson.version} (+${packageJson.homepage})`;
