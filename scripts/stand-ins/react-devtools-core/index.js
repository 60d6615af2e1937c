// Ink loads the real one when DEV=true and it is installed: a debugger that connects to whatever listens. It must not be
// found beside a command somebody approves, so the bundle has this in its place.
const nothing = { initialize() {}, connectToDevTools() {} };

module.exports = nothing;
