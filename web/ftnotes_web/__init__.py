"""The web page of ftnotes: the part that runs in the browser, and the server that shows the page on this machine."""
