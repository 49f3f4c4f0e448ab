// Runs only where the pane itself cannot: in the Internet Explorer that an Excel without WebView2 uses.
document.querySelector("#pane h1").innerHTML = "この Excel では動きません";
document.querySelector("#start-up-text").innerHTML =
  "作業ウィンドウが古い方式（Internet Explorer）で開かれています。Microsoft Edge WebView2 ランタイムを入れるよう、情報システムの担当者に依頼してください。";
