console.log("training");
