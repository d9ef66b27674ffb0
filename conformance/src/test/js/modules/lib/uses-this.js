this.viaThis = 1; exports.viaExports = 2;
