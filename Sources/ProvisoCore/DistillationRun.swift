/// What a configuration or code trains from the outputs of a model, where no model of the tree is what comes out of it.
package struct DistillationRun: Sendable {
  /// The file that says it.
  package var path: String
  /// The step from what is trained to the teacher, and those to what the teacher was made from.
  package var teachers: [LineageEdge]
  /// The licenses of the models that learn, which are the bases of what comes out.
  package var students: [License]
  /// The names under which the file puts onto the hub what comes out.
  package var names: [DeclaredName]

  package init(path: String, teachers: [LineageEdge], students: [License], names: [DeclaredName]) {
    self.path = path
    self.teachers = teachers
    self.students = students
    self.names = names
  }
}
