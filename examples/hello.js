console.log('Hello from jsj');
