using System.Reflection;
using System.Reflection.Emit;
using FaireAvec.Kernel.Modules;
using FaireAvec.Tests.Architecture.Regles;

namespace FaireAvec.Tests.Architecture;

/// <summary>Makes small assemblies with a fault in them, so that each rule is seen to fail through the same code that judges the product.</summary>
internal static class AssemblageFautif
{
    /// <summary>An assembly of that name, with what <paramref name="contenu"/> adds.</summary>
    public static Assembly Nomme(string nom, Action<ModuleBuilder> contenu)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(nom), typeof(object).Assembly);
        contenu(assembly.DefineDynamicModule(nom));
        using var octets = new MemoryStream();
        assembly.Save(octets);
        return Assemblages.Charger(octets);
    }

    /// <summary>An assembly with an IModule, as a module of the product.</summary>
    public static Assembly Module(string nom, Action<ModuleBuilder> contenu) => Nomme($"FaireAvec.{nom}", module =>
    {
        var type = module.DefineType($"FaireAvec.{nom}.{nom}Module", TypeAttributes.Public | TypeAttributes.Class | TypeAttributes.Sealed, typeof(object), [typeof(IModule)]);
        Lecture(type, nameof(IModule.Nom), typeof(string), il => il.Emit(OpCodes.Ldstr, nom));
        Lecture(type, nameof(IModule.Routes), typeof(IReadOnlyList<string>), il => il.Emit(OpCodes.Ldnull));
        type.CreateType();
        contenu(module);
    });

    /// <summary>A type with one method, whose body names <paramref name="nomme"/>.</summary>
    public static void TypeQuiNomme(ModuleBuilder module, string nom, Type nomme, TypeAttributes acces = TypeAttributes.NotPublic)
    {
        var type = module.DefineType(nom, acces | TypeAttributes.Class);
        var il = type.DefineMethod("Faire", MethodAttributes.Public, typeof(void), []).GetILGenerator();
        il.Emit(OpCodes.Ldc_I4, 3);
        il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Ldtoken, nomme);
        il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Ret);
        type.CreateType();
    }

    /// <summary>A type with one field of that type.</summary>
    public static void TypeQuiGarde(ModuleBuilder module, string nom, Type garde)
    {
        var type = module.DefineType(nom, TypeAttributes.NotPublic | TypeAttributes.Class);
        type.DefineField("_garde", garde, FieldAttributes.Private);
        type.CreateType();
    }

    private static void Lecture(TypeBuilder type, string nom, Type de, Action<ILGenerator> corps)
    {
        var methode = type.DefineMethod($"get_{nom}", MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.SpecialName | MethodAttributes.HideBySig, de, []);
        var il = methode.GetILGenerator();
        corps(il);
        il.Emit(OpCodes.Ret);
        type.DefineProperty(nom, PropertyAttributes.None, de, null).SetGetMethod(methode);
    }
}
