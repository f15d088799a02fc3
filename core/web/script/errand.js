// SPDX-License-Identifier: Apache-2.0
// How far an import is, as it goes on; once it is over, its page anew.
const place = document.getElementById("errand");
const bar = place.querySelector("progress");
const stage = place.querySelector("[role=status]");
const again = 3000; // milliseconds until a server that is away is asked once more

function listen() {
  const events = new EventSource(place.dataset.events);
  events.onmessage = ({ data }) => {
    const said = JSON.parse(data);
    if (said.over) {
      events.close();
      location.reload();
      return;
    }
    if (stage.textContent !== said.stage) stage.textContent = said.stage;
    if (said.percent === false) bar.removeAttribute("value");
    else bar.value = said.percent;
  };
  // A browser gives up by itself where a proxy answers for a server that starts anew.
  events.onerror = () => { if (events.readyState === EventSource.CLOSED) setTimeout(listen, again); };
}
listen();
