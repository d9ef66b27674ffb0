function f(parameter) {
    {
        function hoisted() {}
        function parameter() {}
    }
    if (1) function branch() {}
    let blocked;
    {
        function blocked() {}
        async function plainOnly() {}
    }
    {
        let shadow;
        {
            function shadow() {}
        }
    }
    try {
    } catch (e) {
        {
            function e() {}
        }
    }
    switch (1) {
        default:
            function inSwitch() {}
    }
    var arguments;
}
{
    function global() {}
}
